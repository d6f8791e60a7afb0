/** The entry of adapter, trainer and racer: one import, as of every worker (`scripts/lib/entries.ts`). */
import './worker-script';
