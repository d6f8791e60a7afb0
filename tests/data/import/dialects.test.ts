/** One table written in every way that people write tables, and read back equal. */
import { gzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessedPlan, readImport, recognise } from '../../../src/data/import';
import { leftOutOf } from '../../../src/data/import/account';
import { detectEncoding, type Encoding } from '../../../src/data/import/encoding';
import type { Separator } from '../../../src/data/import/split';
import { encode } from './encode';
import { quiet, sourceOf } from './sources';

const options = { atMost: 100_000, seed: 1 };

interface Line {
  user: string;
  item: string;
  /** Half stars. */
  half: number;
  title: string;
  time: number;
}

/** Titles of one script, with what breaks careless readers where the layout can hold it. */
const TITLES: Record<string, readonly string[]> = {
  plain: ['The Good, the Bad', 'Se7en; or not', 'Tab\there', 'A | B', 'Say "hello"', '2001', '=SUM(1)'], // prettier-ignore
  latin: [
    'Amélie Poulain',
    'Léon',
    'Das weiße Band',
    'El espíritu de la colmena',
    'Große Freiheit',
  ],
  cyrillic: ['Москва слезам не верит', 'Иваново детство', 'Летят журавли', 'Сталкер', 'Зеркало'],
  chinese: ['霸王别姬', '活着', '让子弹飞', '无间道', '大话西游之月光宝盒'],
  japanese: ['七人の侍', '千と千尋の神隠し', '東京物語', 'となりのトトロ', 'バトル・ロワイアル'],
};

const table = (script: string): Line[] =>
  Array.from({ length: 40 }, (_, user) =>
    Array.from({ length: 8 }, (_, k): Line => {
      const item = (user * 7 + k * 11) % 31;
      return {
        user: `u${user}`,
        item: `b${item}`,
        half: 1 + ((user * 3 + k * 7 + item) % 10),
        title: `${TITLES[script][item % TITLES[script].length]} ${item}`,
        time: 1_000_000_000 + user * 86_400 * 3 + k * 86_400,
      };
    }),
  ).flat();

const HEADERS = [
  ['userId', 'movieId', 'rating', 'title', 'timestamp'],
  ['User-ID', 'ISBN', 'Book-Rating', 'Book-Title', 'Date'],
  ['reviewerID', 'asin', 'overall', 'title', 'unixReviewTime'],
  ['user_id:token', 'item_id:token', 'rating:float', 'title:token_seq', 'timestamp:float'],
  ['usuario', 'película', 'puntuación', 'título', 'fecha'],
  ['Benutzer', 'Film', 'Bewertung', 'Titel', 'Datum'],
  ['utilisateur', 'film', 'note', 'titre', 'date'],
  ['usuário', 'filme', 'avaliação', 'título', 'data'],
  ['Customer ID', 'Product ID', 'Score', 'Product Name', 'Review Date'],
];
const HEADERS_OF: Record<string, readonly string[]> = {
  cyrillic: ['пользователь', 'фильм', 'оценка', 'название', 'дата'],
  chinese: ['用户ID', '电影ID', '评分', '电影名称', '时间'],
  japanese: ['ユーザーID', '作品ID', '評価', 'タイトル', '日時'],
};
const ENCODINGS: Record<string, readonly Encoding[]> = {
  plain: ['utf-8', 'utf-16le', 'utf-16be'],
  latin: ['utf-8', 'utf-16le', 'windows-1252'],
  cyrillic: ['utf-8', 'utf-16be', 'windows-1251'],
  chinese: ['utf-8', 'utf-16le', 'gb18030'],
  japanese: ['utf-8', 'utf-16le', 'shift_jis'],
};

const dateOf = (seconds: number, style: string): string => {
  const [year, month, day] = new Date(seconds * 1000).toISOString().slice(0, 10).split('-');
  return { seconds: String(seconds), iso: `${year}-${month}-${day}`, dmy: `${day}/${month}/${year}`, mdy: `${month}/${day}/${year}`, points: `${day}.${month}.${year}` }[style]!; // prettier-ignore
};

interface Way {
  script: string;
  encoding: Encoding;
  mark: boolean;
  separator: Separator;
  quotes: 'all' | 'needed';
  end: string;
  header: readonly string[] | null;
  order: readonly number[];
  decimal: '.' | ',';
  dates: string;
  sepLine: boolean;
  blanks: boolean;
  packed: 'no' | 'gz' | 'zip' | 'nested';
  name: string;
  piece: number;
}

const way: fc.Arbitrary<Way> = fc.constantFrom(...Object.keys(TITLES)).chain((script) =>
  fc.record({
    script: fc.constant(script),
    encoding: fc.constantFrom(...ENCODINGS[script]),
    mark: fc.boolean(),
    separator: fc.constantFrom<Separator>(',', ';', '\t', '|', '::', ' '),
    quotes: fc.constantFrom('all' as const, 'needed' as const),
    end: fc.constantFrom('\n', '\r\n', '\r'),
    header: fc.option(fc.constantFrom(...(HEADERS_OF[script] ? [HEADERS_OF[script]] : script === 'plain' ? HEADERS.filter((names) => names.every((name) => /^[\x20-\x7e]+$/.test(name))) : HEADERS))), // prettier-ignore
    order: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5, maxLength: 5 }),
    decimal: fc.constantFrom('.' as const, ',' as const),
    dates: fc.constantFrom('seconds', 'iso', 'dmy', 'mdy', 'points'),
    sepLine: fc.boolean(),
    blanks: fc.boolean(),
    packed: fc.constantFrom('no' as const, 'gz' as const, 'zip' as const, 'nested' as const),
    name: fc.constantFrom('t.csv', 't.inter', 't.base', 't.dat', 't.txt', 't.data', 't'),
    piece: fc.integer({ min: 50, max: 5000 }),
  }),
);

function written(lines: readonly Line[], how: Way): { text: string; blank: number } {
  const { separator, quotes, decimal, dates, header, order } = how;
  const quoted = (cell: string): string => {
    const needed = cell === '' || /["\r\n]/.test(cell) || cell.includes(separator) || (separator === ' ' && /\s/.test(cell)); // prettier-ignore
    return quotes === 'all' || needed ? `"${cell.replaceAll('"', '""')}"` : cell;
  };
  const place = header ? order : [0, 1, 2, 3, 4];
  const row = (cells: readonly string[]): string =>
    place.map((column) => quoted(cells[column])).join(separator);
  const rows = lines.map(({ user, item, half, title, time }) =>
    row([user, item, String(half / 2).replace('.', decimal), title, dateOf(time, dates)]),
  );
  if (header) rows.unshift(row(header));
  const blank = how.blanks ? [separator.trim() === '' ? '' : separator.repeat(4)] : [];
  if (how.blanks) rows.splice(20, 0, ...blank);
  if (how.sepLine && separator.length === 1 && separator !== ' ') rows.unshift(`sep=${separator}`);
  return { text: rows.join(how.end) + how.end, blank: blank.length };
}

function packed(bytes: Uint8Array, { packed: by, name, piece }: Way) {
  if (by === 'gz') return sourceOf(`${name}.gz`, gzipSync(bytes), piece);
  const files = { [`in/${name}`]: bytes, '__MACOSX/in/._t': new Uint8Array([0, 5, 22]), 'in/.DS_Store': new Uint8Array(9) }; // prettier-ignore
  if (by === 'zip') return sourceOf('t.zip', zipSync(files), piece);
  if (by === 'nested') return sourceOf('o.zip', zipSync({ 'in.zip': zipSync(files) }), piece);
  return sourceOf(name, bytes, piece);
}

describe('a table in every dialect', () => {
  it('is read back equal', async () => {
    await fc.assert(
      fc.asyncProperty(way, async (how) => {
        const lines = table(how.script);
        const { text } = written(lines, how);
        const mark = how.mark && how.encoding.startsWith('utf') ? '\ufeff' : '';
        const bytes = encode(mark + text, how.encoding);
        const recognised = await recognise([packed(bytes, how)]);
        if (recognised.kind !== 'table') throw new Error(`is ${recognised.kind}`);
        expect(recognised.encoding.encoding).toBe(how.encoding);
        expect(recognised.preview.separator).toBe(how.separator);
        expect(recognised.preview.header).toBe(how.header !== null);
        const plan = guessedPlan(recognised)!;
        const { raw, account, scale } = await readImport(recognised, plan, options, quiet);
        expect(account.read + leftOutOf(account)).toBe(account.lines);
        expect(account.read).toBe(lines.length);
        expect(scale).toMatchObject({ low: 0.5, high: 5 });
        const titled = plan.mapping.title !== null;
        const found = raw.user.map((user, k) => `${user} ${raw.movies[raw.item[k]].title} ${raw.halfStars[k]}`); // prettier-ignore
        const place = new Map([...new Set(lines.map(({ user }) => user))].map((user, n) => [user, n])); // prettier-ignore
        const wanted = lines.map(({ user, item, title, half }) => `${place.get(user)} ${titled ? title.replace(/\s+/g, ' ') : item} ${half}`); // prettier-ignore
        expect(titled).toBe(true);
        expect(found.sort()).toEqual(wanted.sort());
        if (how.dates !== 'seconds') expect(plan.times).toMatchObject({ kind: 'parts' });
      }),
      { numRuns: 120 },
    );
  });

  it('is read from JSON lines, an array, and an object around it', async () => {
    const objects = table('latin').map(({ user, item, half, title, time }) => ({
      user: { id: user },
      movie: { id: item, title, genres: ['Drama', 'War'] },
      rating: half / 2,
      time,
    }));
    const ways = [
      objects.map((object) => JSON.stringify(object)).join('\n'),
      JSON.stringify(objects),
      JSON.stringify(objects, null, 2),
      JSON.stringify({ ratings: objects }),
    ];
    for (const text of ways) {
      const recognised = await recognise([sourceOf('r.txt', text, 1000)]);
      if (recognised.kind !== 'table') throw new Error(`is ${recognised.kind}`);
      const plan = guessedPlan(recognised)!;
      const { raw, account } = await readImport(recognised, plan, options, quiet);
      expect(raw.user).toHaveLength(objects.length);
      expect(account.read + leftOutOf(account)).toBe(account.lines);
      expect(raw.movies.map(({ title }) => title)).toContain('Léon 1');
      expect(raw.movies[0].genres).not.toBe(0);
    }
  });
});

describe('detectEncoding', () => {
  const LINES: Partial<Record<Encoding, string>> = {
    'windows-1252': TITLES.latin.join('\n'),
    'windows-1250': 'Człowiek z żelaza\nKráska v nesnázích\nPříběh\nMiłość',
    'windows-1251': TITLES.cyrillic.join('\n'),
    'koi8-r': TITLES.cyrillic.join('\n'),
    gb18030: TITLES.chinese.join('\n'),
    big5: '霸王別姬\n臥虎藏龍\n悲情城市\n牯嶺街少年殺人事件',
    shift_jis: TITLES.japanese.join('\n'),
    'euc-jp': TITLES.japanese.join('\n'),
    'euc-kr': '기생충\n올드보이\n살인의 추억\n아가씨',
    'utf-8': Object.values(TITLES).flat().join('\n'),
  };
  it.each(Object.keys(LINES) as Encoding[])('knows %s by its letters', (encoding) => {
    expect(detectEncoding(encode(`${LINES[encoding]!}\n`, encoding)).encoding).toBe(encoding);
  });

  it('is unsure of a letter or two', () => {
    expect(detectEncoding(Uint8Array.of(49, 44, 0xe9, 10)).sure).toBe(false);
  });
});
