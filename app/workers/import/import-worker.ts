/** The entry of the import worker: one import, as of every worker (`scripts/lib/entries.ts`). */
import './import-script';
