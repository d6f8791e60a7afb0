/** The rows of a table, in batches, each with the line it begins on and how many lines it takes. */
import { cellsByKey, readObjects } from './json';
import type { Source } from './source';
import { RecordGatherer, splitLine } from './split';
import type { TableShape } from './table';
import { readLines } from './text';

export interface Row {
  cells: readonly string[];
  /** As it stands in the file. */
  text: string;
  /** 1-based. */
  line: number;
  lines: number;
}

export interface RowBatch {
  rows: Row[];
  /** Of the source, read so far. */
  bytes: number;
}

export function readRows(source: Source, shape: TableShape): AsyncIterable<RowBatch> {
  return shape.keys ? objects(source, shape.keys, shape.encoding) : records(source, shape);
}

async function* records(source: Source, shape: TableShape): AsyncIterable<RowBatch> {
  const { separator, encoding, skip = 0 } = shape;
  const gatherer = new RecordGatherer(separator);
  const row = ({ text, line, lines }: { text: string; line: number; lines: number }): Row => ({
    cells: splitLine(text, separator),
    text,
    line,
    lines,
  });
  let bytes = 0;
  for await (const batch of readLines(source, encoding)) {
    bytes = batch.bytes;
    const rows: Row[] = [];
    batch.lines.forEach((text, i) => {
      const line = batch.first + i;
      // What stands before the table is no part of a quoted cell either.
      if (line <= skip) rows.push({ cells: [], text, line, lines: 1 });
      else for (const record of gatherer.take(text, line)) rows.push(row(record));
    });
    yield { rows, bytes };
  }
  yield { rows: gatherer.finish().map(row), bytes };
}

async function* objects(
  source: Source,
  keys: readonly string[],
  encoding = 'utf-8',
): AsyncIterable<RowBatch> {
  for await (const { objects, bytes } of readObjects(source, encoding)) {
    const rows = objects.map(({ text, line }): Row => {
      const cells = cellsByKey(text);
      return { cells: cells ? keys.map((key) => cells.get(key) ?? '') : [], text, line, lines: 1 };
    });
    yield { rows, bytes };
  }
}
