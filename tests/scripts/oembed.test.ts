import { describe, expect, it } from 'vitest';
import { oembed, oembedOf } from '../../scripts/lib/oembed';

describe('oembed.json', () => {
  it('has what oEmbed 1.0 asks of a rich answer, and a frame of that size', () => {
    const answer = oembedOf('https://school.example/cmml/');
    expect(answer).toMatchObject({ version: '1.0', type: 'rich', width: 1280, height: 900 });
    expect(answer.html).toContain('src="https://school.example/cmml/?embed"');
    expect(answer.html).toContain('width="1280" height="900"');
  });

  it('is not written by a build that does not know where its page will be', () => {
    expect(oembed(undefined)).toBeNull();
    expect(oembed('https://school.example')?.name).toBe('oembed');
  });
});
