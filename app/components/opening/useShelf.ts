import { useRecordedFile } from '../common/useRecordedFile';
import { ShelfSchema, type Shelf } from './shelf-format';

/** The recorded shelf; `missing` where the file cannot be read. */
export const useShelf = (): Shelf | 'loading' | 'missing' =>
  useRecordedFile('shelf.json', ShelfSchema);
