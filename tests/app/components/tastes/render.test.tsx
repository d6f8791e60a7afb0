import { renderToString } from 'react-dom/server';
import { beforeAll, expect, it } from 'vitest';
import { Lines } from '../../../../app/components/tastes/Lines';
import { TasteList } from '../../../../app/components/tastes/TasteList';
import { tasteOf, pairsOf, likesOf } from '../../../../app/components/tastes/tastes';
import { YourFilms } from '../../../../app/components/tastes/YourFilms';
import { createCatalogue, type Catalogue } from '../../../../app/store/catalogue';
import { loadBundledDataset } from '../../../../scripts/lib/dataset';

let catalogue: Catalogue;
beforeAll(async () => {
  const { movies, scenarios } = await loadBundledDataset();
  catalogue = createCatalogue(movies, scenarios);
});

it('draws a line for every weight that counts, and marks every film', () => {
  const [pair] = pairsOf(catalogue);
  const films = likesOf(catalogue, pair).map((film, k) => ({ ...film, label: k === 0 ? 0 : 1 }));
  const tasteAt = tasteOf(catalogue, pair);
  const likes = Float32Array.of(0, 0.5, 0.5, 0, 0, 0, 0, 0, 0, 0.01, 0.99, 0, 0, 0, 0, 0);
  const dislikes = Float32Array.of(1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0);
  const lists = {
    vector: Uint32Array.of(1, 2),
    attention: Uint32Array.of(3, 4),
    likes,
    dislikes,
    trained: true,
  };
  const lines = renderToString(
    <Lines lists={lists} films={films} shown={8} tasteOf={tasteAt} selected={1} />,
  );
  expect(lines.match(/<path/g)).toHaveLength(5);
  expect(lines.match(/is-selected/g)).toHaveLength(2);
  const list = renderToString(
    <TasteList
      title="t"
      sub="s"
      items={lists.attention}
      tasteOf={tasteAt}
      name="attention"
      selected={0}
      onSelect={() => undefined}
    />,
  );
  expect(list).toContain('data-list="attention"');
  const yours = renderToString(<YourFilms films={films} shown={8} tasteOf={tasteAt} />);
  expect(yours.match(/<li/g)).toHaveLength(8);
  expect(yours.match(/data-liked="false"/g)).toHaveLength(1);
});
