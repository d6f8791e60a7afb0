import type { Strings } from '../../strings';

/** The sentence for a code; an unknown code is shown by its detail. */
export function noticeText(strings: Strings, code: string, detail: string): string {
  const text = strings.notices[code] ?? strings.noticeLabels.unknown;
  return text.replace('{detail}', detail || code);
}
