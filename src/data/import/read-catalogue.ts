/** What a table of things says about the items that were rated: titles, years, categories by key. */
import type { Join } from './candidates';
import type { Key } from './collect';
import { ItemFacts, listSeparatorOf, type ListSeparator } from './items';
import type { Progress } from './progress';
import { readRows } from './rows';

/** @param wanted items that were rated: of others nothing is remembered */
export async function readCatalogue(
  { candidate, key, title, scenario, year }: Join,
  wanted: ReadonlySet<Key>,
  progress: Progress,
): Promise<ItemFacts> {
  const { source, preview, encoding } = candidate;
  const shape = { ...preview, encoding: encoding.encoding };
  const facts = new ItemFacts();
  const columns = { title, scenario, year };
  let list: ListSeparator | undefined;
  let headed = !shape.header;
  for await (const { rows, bytes } of readRows(source, shape)) {
    progress.report({ stage: 'read', file: source.name, done: bytes, total: source.size });
    list ??= scenario === null ? null : listSeparatorOf(rows.slice(1).map(({ cells }) => cells[scenario] ?? '')); // prettier-ignore
    for (const { cells, line } of rows) {
      if (line <= (shape.skip ?? 0)) continue;
      if (!headed) headed = true;
      else if (wanted.has((cells[key] ?? '').trim())) facts.take(cells[key].trim(), cells, columns, list); // prettier-ignore
    }
  }
  return facts;
}
