/** English of faults in imported files: the library's own words. */
export { ENGLISH as imports } from '../../../src/data/import/messages';
