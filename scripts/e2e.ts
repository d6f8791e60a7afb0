/** `npm run e2e`: the browser tests. Arguments go to Playwright: `npm run e2e -- support --headed`. */
import { playwright } from './lib/playwright';

process.exit(await playwright(['--project=workbench', ...process.argv.slice(2)]));
