import { describe, expect, it } from 'vitest';
import { noticeText } from '../../../../app/components/notice/text';
import type { Strings } from '../../../../app/strings';
import { notices as en } from '../../../../app/strings/en/notices';
import { notices as es } from '../../../../app/strings/es/notices';
import { notices as zh } from '../../../../app/strings/zh/notices';

const DETAIL = 'Both must have the same number of elements.';
const stringsOf = (notices: typeof en) =>
  ({ notices, noticeLabels: { unknown: '{detail}' } }) as unknown as Strings;

describe('the sentence of a failure', () => {
  it.each([en, es, zh])('has one full stop where the error brings its own', (notices) => {
    for (const code of Object.keys(notices)) {
      const text = noticeText(stringsOf(notices), code, DETAIL);
      expect(text).not.toMatch(/\.\.|\.。|\.\)|\.”/);
      expect(text.endsWith('{detail}')).toBe(false);
    }
  });

  it('leaves an error alone where it is all that is said', () => {
    expect(noticeText(stringsOf(en), 'no such code', DETAIL)).toBe(DETAIL);
  });

  it('keeps signs that a replacement would read as its own', () => {
    const text = noticeText(stringsOf(en), 'internal', 'cost $& of $1');
    expect(text).toContain('cost $& of $1');
  });
});
