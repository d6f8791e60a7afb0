/** Ties the state of the page to its address: links in, links out, back and forward. */
import type { SupportItem } from '../../workers/protocol';
import type { AppStore } from '../index';
import type { Catalogue } from '../catalogue';
import { DEFAULT_VARIANT } from '../model';
import type { AppState } from '../state';
import { DEFAULT_GENRE } from '../support';
import { sameSupport } from '../support-edits';
import { isStep, parseAddress, printAddress, type Address, type LinkedPair } from '../url';

/** Support pairs as a link holds them; null when a link need not name them. */
function linked(
  state: AppState,
  catalogue: Catalogue,
  last: Address,
): readonly LinkedPair[] | null {
  const { genre, items } = state.support[state.setting];
  const { ownSupport } = state;
  // While the genre's own support set is coming in, the genre alone says it all.
  if (state.incoming.length > 0) return null;
  const own = genre === null ? [] : ownSupport?.genre === genre ? ownSupport.items : null;
  if (own === null && items.length === 0 && state.supportCause === 'stream') {
    return last.genre === genre ? last.support : null;
  }
  // A page that was opened with pairs of its own never asked for the genre's.
  if (own !== null && sameSupport(items, own)) return null;
  return items.map(({ item, label }) => ({ id: catalogue.movies.id[item], label }));
}

/** Whether the variant is the one that the setting starts with: links need not name it. */
function isDefault({ setting, variants }: AppState): boolean {
  return JSON.stringify(variants[setting]) === JSON.stringify(DEFAULT_VARIANT[setting]);
}

/** The address of the present state, given what the last address said where state is silent. */
export function addressOf(state: AppState, catalogue: Catalogue, last: Address): Address {
  const { setting, selected, selectedByVisitor } = state;
  return {
    ...last,
    setting,
    genre: state.support.genre.genre ?? DEFAULT_GENRE,
    support: linked(state, catalogue, last),
    variant: isDefault(state) ? null : state.variants[setting],
    seed: state.seed,
    movie: selectedByVisitor && selected !== null ? catalogue.movies.id[selected] : null,
    scope: state.scope,
    view: state.view,
    lesson: state.lesson,
    checkpoint: state.shownCheckpoint,
    backend: state.backendWish,
    lang: state.language,
    embed: state.embed,
    hide: state.hidden,
  };
}

/** What an address says that needs no catalogue; for the first paint. */
export function plainParts(state: AppState, address: Address): Partial<AppState> {
  const { setting } = address;
  return {
    setting,
    variants: { ...state.variants, [setting]: address.variant ?? DEFAULT_VARIANT[setting] },
    seed: address.seed,
    scope: address.scope,
    view: address.view,
    lesson: address.lesson,
    backendWish: address.backend,
    language: address.lang,
    embed: address.embed,
    hidden: address.hide,
    support: { ...state.support, genre: { ...state.support.genre, genre: address.genre } },
  };
}

/**
 * Support pairs of a link as items. Those that the data does not hold, or whose label does not fit
 * the setting, are left out and counted.
 */
export function resolvePairs(
  pairs: readonly LinkedPair[],
  catalogue: Catalogue,
  setting: Address['setting'],
): { items: SupportItem[]; lost: number } {
  const fits = (label: number) => (setting === 'genre' ? label <= 1 && label % 1 === 0 : label > 0);
  const items = pairs.flatMap(({ id, label }) => {
    const item = catalogue.itemOfId.get(id);
    return item === undefined || !fits(label) ? [] : [{ item, label }];
  });
  return { items, lost: pairs.length - items.length };
}

/** Puts what an address says about movies and genres into the state; wrong values are told. */
export function applyMovies(
  store: AppStore,
  address: Address,
  catalogue: Catalogue,
  cause: AppState['supportCause'],
): void {
  const { notify } = store.getState();
  let { genre } = address;
  if (!catalogue.scenarioOfId.has(genre)) {
    if (genre !== DEFAULT_GENRE) notify('warning', 'address-genre', genre);
    const [first] = catalogue.scenarios;
    genre = catalogue.scenarioOfId.has(DEFAULT_GENRE) || !first ? DEFAULT_GENRE : first.id;
  }
  const { items, lost } = resolvePairs(address.support ?? [], catalogue, address.setting);
  if (lost > 0) notify('warning', 'address-movies', String(lost));
  const selected = address.movie === null ? null : catalogue.itemOfId.get(address.movie);
  if (selected === undefined) notify('warning', 'address-movie', String(address.movie));
  const { support, setting } = store.getState();
  const next: AppState['support'] = { ...support, genre: { ...support.genre, genre } };
  if (address.support) next[setting] = { ...next[setting], items };
  store.setState({
    support: next,
    supportCause: cause,
    incoming: [],
    ...(selected == null ? {} : { selected, selectedByVisitor: true }),
  });
}

/** Changes within this time become one step of the address, which is written between two answers. */
const SETTLE_MS = 200;

export interface AddressBar {
  /** The address that the page was opened with or went back to. */
  present(): Address;
  /** Takes `search` for the address that the page was opened with; before `follow`. */
  adopt(search: string): void;
  /** Goes to the address `search` as a link would, without another page load; after `follow`. */
  go(search: string): void;
  /** Starts writing the address; `onTravel` hears of back and forward. */
  follow(catalogue: Catalogue, onTravel: (address: Address) => void): void;
}

/** Reads the address now; writes it once `follow` is called. */
export function openAddressBar(store: AppStore): AddressBar {
  const read = () => {
    const { address, problems } = parseAddress(location.search);
    for (const { name, text } of problems) {
      store.getState().notify('warning', 'address', `${name}=${text}`);
    }
    return address;
  };
  const placed = (search: string) => `${location.pathname}${search}${location.hash}`;
  let last = read();
  store.setState((state) => plainParts(state, last));
  let travel: () => void = () => undefined;

  const follow = (catalogue: Catalogue, onTravel: (address: Address) => void) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const write = () => {
      timer = undefined;
      const state = store.getState();
      if (state.incoming.length > 0) return;
      // The browser takes milliseconds for it, which the answer may need.
      if (state.waiting) return later();
      const next = addressOf(state, catalogue, last);
      const url = placed(printAddress(next, new URLSearchParams(location.search)));
      if (url === placed(location.search)) return;
      if (isStep(last, next)) history.pushState(null, '', url);
      else history.replaceState(null, '', url);
      last = next;
    };
    const later = () => {
      timer ??= setTimeout(write, SETTLE_MS);
    };
    store.subscribe(later);
    travel = () => {
      clearTimeout(timer);
      timer = undefined;
      last = read();
      onTravel(last);
    };
    addEventListener('popstate', travel);
  };
  return {
    present: () => last,
    follow,
    adopt(search) {
      history.replaceState(null, '', placed(search));
      last = read();
      store.setState((state) => plainParts(state, last));
    },
    go(search) {
      if (search !== location.search) history.pushState(null, '', placed(search));
      travel();
    },
  };
}
