import type { Strings } from '../../strings';
import { bare } from './bare';

/** The sentence for a code; an unknown code is shown by its detail. */
export function noticeText(strings: Strings, code: string, detail: string): string {
  const text = strings.notices[code] ?? strings.noticeLabels.unknown;
  const said = detail || code;
  // Alone it stays as it is.
  return text === '{detail}' ? said : text.replace('{detail}', () => bare(said));
}
