/** The entry of the lab's worker: one import, as of every worker (`scripts/lib/entries.ts`). */
import './lab-script';
