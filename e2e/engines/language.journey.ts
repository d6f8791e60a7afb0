import { expect, test } from './fixtures';

test('the page turns to Chinese and back, and the ranking stays', async ({ workbench, hand }) => {
  await workbench.open({ backend: 'wasm' });
  const speak = async (language: string) => {
    await hand.click('.header-language button');
    await hand.click(`.language-option[data-key="${language}"]`);
  };
  const before = await workbench.top(10);
  const english = await hand.text('.header h1');
  await speak('zh');
  await hand.until('Chinese', () => hand.attribute('html', 'lang'), (lang) => lang === 'zh'); // prettier-ignore
  await hand.reads('.header h1', /\p{Script=Han}/u);
  for (const panel of ['#support-set', '#context', '#backbone', '#recommendations', '#training']) {
    // The words of some panels come with them, in the language of then.
    await hand.reads(`${panel} h2`, /\p{Script=Han}/u);
  }
  await workbench.settled();
  expect((await workbench.top(10)).map(({ item, score }) => [item, score])).toEqual(
    before.map(({ item, score }) => [item, score]),
  );
  // Loads late, and must come in the language of then.
  await hand.reads('#lesson-film', '每个单元两个数');

  await speak('en');
  await hand.reads('.header h1', english);
  expect(await workbench.top(10)).toEqual(before);
});
