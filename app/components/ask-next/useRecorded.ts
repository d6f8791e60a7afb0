import { useRecordedFile } from '../common/useRecordedFile';
import { AskNextSchema, type RecordedAskNext } from './recorded-format';

/** Evidence candidates and what was measured; `missing` where the file cannot be read. */
export const useRecorded = (): RecordedAskNext | 'loading' | 'missing' =>
  useRecordedFile('ask-next.json', AskNextSchema);
