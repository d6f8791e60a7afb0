import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENCODERS, HYBRIDS, MODULATIONS, PAGE_SETTINGS } from '../../../src/kinds';
import { HIDEABLE } from '../../../app/store/address-schemas';
import { PROPERTIES } from '../../../app/store/address-table';
import { createAppStore } from '../../../app/store';
import { isPossible } from '../../../app/protocol/variant';
import { DEFAULT_VARIANT } from '../../../app/store/model';
import { createCatalogue } from '../../../app/store/catalogue';
import {
  addressOf,
  asClassLink,
  INITIAL_ADDRESS,
  isClassLink,
  isStep,
  parseAddress,
  printAddress,
  searchOf,
  withData,
  type Address,
} from '../../../app/store/url';
import { LANGUAGE_CODES } from '../../../app/strings/languages';

const id = fc.integer({ min: 1, max: 999_999_999 });
const label = fc.oneof(
  fc.constantFrom(0, 1),
  fc.integer({ min: 1, max: 10 }).map((halves) => halves / 2),
);
const word = fc.stringMatching(/^[a-z-]{1,12}$/);

const place = fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99));
const value = fc.double({ min: -1000, max: 1000, noNaN: true }).map((x) => x + 0);
const weight = fc.double({ min: 0, max: 1, noNaN: true });
const override = fc.oneof(
  fc
    .tuple(fc.constantFrom('gamma', 'beta', 'gate', 'weight', 'bias'), place, value)
    .map(([target, [layer, unit], value]) => ({ target, layer, unit, value })),
  fc
    .tuple(place, weight)
    .map(([[layer, source, target], weight]) => ({ layer, source, target, weight })),
  fc.nat(99).map((layer) => ({ layer })),
);
const placeOf = (one: object) => JSON.stringify({ ...one, value: 0, weight: 0 });
const scenario = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 3 }), fc.option(fc.constantFrom(1930, 1990)))
  .map(([genres, decade]) => genres.join('+') + (decade === null ? '' : `@${decade}`));
const pairs = fc.uniqueArray(fc.record({ id, label }), {
  selector: (pair) => pair.id,
  maxLength: 64,
});

const address: fc.Arbitrary<Address> = fc.record({
  data: fc.constantFrom('movielens-small', 'own-0123456789ab'),
  setting: fc.constantFrom(...PAGE_SETTINGS),
  genre: scenario,
  support: fc.option(pairs),
  variant: fc.option(
    fc.record(
      {
        encoder: fc.constantFrom(...ENCODERS),
        hybrid: fc.constantFrom(...HYBRIDS),
        modulation: fc.constantFrom(...MODULATIONS),
        preset: fc.constant('paper' as const),
      },
      { requiredKeys: ['encoder', 'hybrid', 'modulation'] },
    ),
  ),
  seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
  movie: fc.option(id),
  scope: fc.constantFrom('genre', 'all'),
  view: fc.constantFrom('film', 'routes', 'explain'),
  lesson: fc.option(fc.stringMatching(/^[a-z0-9-]{1,60}$/)),
  checkpoint: fc.option(fc.integer({ min: 0, max: 1e9 })),
  hold: fc.option(fc.uniqueArray(override, { selector: placeOf, minLength: 1, maxLength: 64 })),
  context: fc.option(scenario),
  pin: fc.option(pairs),
  backend: fc.constantFrom('auto', 'webgpu', 'webgl', 'wasm', 'cpu'),
  lang: fc.option(fc.constantFrom(...LANGUAGE_CODES)),
  embed: fc.boolean(),
  hide: fc.uniqueArray(fc.constantFrom(...HIDEABLE)),
  messages: fc.constantFrom(null, 'https://school.example', 'http://localhost:8080'),
}) as fc.Arbitrary<Address>;

/** The setting's own variant need not be named, and one that there is not is not followed. */
const namesVariant = ({ setting, variant }: Address) =>
  variant !== null &&
  isPossible({ setting, ...variant }) &&
  JSON.stringify(variant) !== JSON.stringify(DEFAULT_VARIANT[setting]);

describe('the address of the page', () => {
  it('comes back from its own text', () => {
    fc.assert(
      fc.property(address, (given) => {
        const parsed = parseAddress(printAddress(given));
        expect(parsed.problems).toEqual([]);
        expect(parsed.address).toEqual(given);
      }),
      { numRuns: 500 },
    );
  });

  it('is empty for the page as it starts', () => {
    expect(printAddress(INITIAL_ADDRESS)).toBe('');
    expect(parseAddress('')).toEqual({ address: INITIAL_ADDRESS, problems: [] });
  });

  it('survives any text, and reports what it did not understand', () => {
    const names = Object.values(PROPERTIES).map((property) => property.name);
    const anyQuery = fc.array(fc.tuple(fc.constantFrom(...names), fc.string()), { maxLength: 8 });
    fc.assert(
      fc.property(anyQuery, (pairs) => {
        const { address: read, problems } = parseAddress(`?${new URLSearchParams(pairs)}`);
        for (const { name } of problems) {
          const key = Object.entries(PROPERTIES).find(([, p]) => p.name === name)![0];
          const { initial } = PROPERTIES[key as keyof Address];
          expect(read[key as keyof Address]).toEqual(initial);
        }
        // What was read is itself a valid address.
        expect(parseAddress(printAddress(read)).address).toEqual(read);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['?setting=films', 'setting', 'films'],
    ['?seed=-1', 'seed', '-1'],
    ['?seed=1e3', 'seed', '1e3'],
    ['?variant=mean.dot', 'variant', 'mean.dot'],
    ['?variant=mean.dot.film.x', 'variant', 'mean.dot.film.x'],
    ['?variant=mean.dot.film.small', 'variant', 'mean.dot.film.small'],
    ['?support=1*6', 'support', '1*6'],
    ['?support=1*5.5', 'support', '1*5.5'],
    ['?support=7_7', 'support', '7_7'],
    ['?genre=%3Cscript%3E', 'genre', '<script>'],
    ['?backend=abacus', 'backend', 'abacus'],
    ['?hold=gamma.0.1*1001', 'hold', 'gamma.0.1*1001'],
    ['?hold=gamma.0.1*x', 'hold', 'gamma.0.1*x'],
    ['?hold=gamma.0.1*1_gamma.0.1*2', 'hold', 'gamma.0.1*1_gamma.0.1*2'],
    ['?hold=route.0.1.2*1.5', 'hold', 'route.0.1.2*1.5'],
    ['?hold=route.0.1.2*-0.5', 'hold', 'route.0.1.2*-0.5'],
    ['?hold=layer.1_layer.1', 'hold', 'layer.1_layer.1'],
    ['?hold=layer.1*2', 'hold', 'layer.1*2'],
    ['?pin=7_7', 'pin', '7_7'],
  ])('falls back from %s', (search, name, text) => {
    const { address: read, problems } = parseAddress(search);
    expect(problems).toEqual([{ name, text }]);
    expect(read).toEqual(INITIAL_ADDRESS);
  });

  it.each([
    ['?setting=newcomer', 'user', '?setting=newcomer'],
    ['?setting=genre', 'scenario', ''],
    ['', 'scenario', ''],
  ])(
    'opens %s as ever and writes it in the words that links have had from the first',
    (search, setting, text) => {
      const { address: read, problems } = parseAddress(search);
      expect(problems).toEqual([]);
      expect(read.setting).toBe(setting);
      expect(printAddress(read)).toBe(text);
    },
  );

  it('reads what a person would write', () => {
    const { address: read } = parseAddress('?genre=horror.sci-fi@1990&support=260_1193*0&embed');
    expect(read.genre).toBe('horror+sci-fi@1990');
    expect(read.support).toEqual([
      { id: 260, label: 1 },
      { id: 1193, label: 0 },
    ]);
    expect(read.embed).toBe(true);
  });

  it('keeps parameters of others', () => {
    const keep = new URLSearchParams('?seed=9&test=1');
    expect(printAddress({ ...INITIAL_ADDRESS, seed: 4 }, keep)).toBe('?seed=4&test=1');
  });

  it('is that of the state it was followed to', () => {
    const catalogue = createCatalogue(
      { count: 0, id: new Int32Array(0), title: [], year: new Int16Array(0), genres: new Uint32Array(0) }, // prettier-ignore
      [],
    );
    // Those wait for the movies, the run or the answer that they name.
    const plain = { support: null, movie: null, checkpoint: null, context: null, pin: null };
    fc.assert(
      fc.property(address, (any) => {
        // Routes stand behind cells, and behind them layers in their order.
        const kind = (one: object) => ('unit' in one ? 0 : 'source' in one ? 1 : 2);
        const hold =
          any.hold &&
          [...any.hold].sort((a, b) =>
            kind(a) === 2 && kind(b) === 2 ? a.layer - b.layer : kind(a) - kind(b),
          );
        const given: Address = { ...any, ...plain, hold };
        const store = createAppStore();
        store.getState().followAddress(given);
        const written = addressOf(store.getState(), { catalogue, last: given });
        expect(parseAddress(printAddress(written)).address).toEqual(
          namesVariant(given) ? given : { ...given, variant: null },
        );
      }),
    );
  });

  it('says nothing of movies and genres once other data is opened', () => {
    const { address: here } = parseAddress(
      '?genre=war&support=260&lang=es&embed&seed=4&view=routes',
    );
    expect(printAddress(withData(here, 'own-0123456789ab'))).toBe(
      '?data=own-0123456789ab&lang=es&embed=1',
    );
  });

  it('makes a step of the back button of what changes the picture, not of a tab', () => {
    expect(isStep(INITIAL_ADDRESS, { ...INITIAL_ADDRESS, genre: 'war' })).toBe(true);
    expect(isStep(INITIAL_ADDRESS, { ...INITIAL_ADDRESS, view: 'routes' })).toBe(false);
  });
});

describe('a link for a class', () => {
  /** What browsers make of the link: query and fragment. */
  const opened = (link: string) => new URL(link, 'https://school.example/cmml/');

  it('comes back from its fragment, and none of it is in the query', () => {
    fc.assert(
      fc.property(address, (given) => {
        const url = opened(asClassLink(printAddress(given, new URLSearchParams('test=1'))));
        expect(url.search).toBe('?test=1');
        expect(isClassLink(url.hash)).toBe(true);
        const { address: read, problems } = parseAddress(searchOf(url));
        expect(problems).toEqual([]);
        expect(read).toEqual(given);
        // Written again it is the same: a page that was opened by it stays where it is.
        const again = printAddress(read, new URLSearchParams(url.search));
        expect(opened(asClassLink(again)).href).toBe(url.href);
      }),
      { numRuns: 500 },
    );
  });

  it('says what the query says first, and names what neither makes sense of', () => {
    const both = { search: '?seed=4&backend=abacus', hash: '#?seed=5&genre=war&setting=films' };
    const { address: read, problems } = parseAddress(searchOf(both));
    expect(read).toEqual({ ...INITIAL_ADDRESS, seed: 4, genre: 'war' });
    expect(problems).toEqual([
      { name: 'setting', text: 'films' },
      { name: 'backend', text: 'abacus' },
    ]);
  });

  it('is none where the fragment is the place of an element', () => {
    const search = '?seed=4&wat=a%20b';
    for (const hash of ['', '#race', '#seed=5']) expect(searchOf({ search, hash })).toBe(search);
    expect(asClassLink('')).toBe('#?');
  });
});
