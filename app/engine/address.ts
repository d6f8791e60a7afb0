/** Ties the state of the page to its address: links in, links out, back and forward. */
import type { AppStore } from '../store/index';
import type { Catalogue } from '../store/catalogue';
import { showsStranger } from '../store/stranger';
import { resolvePairs } from '../store/linked-support';
import type { AppState } from '../store/state';
import { DEFAULT_GENRE } from '../store/support';
import {
  addressOf,
  asClassLink,
  isClassLink,
  isStep,
  parseAddress,
  printAddress,
  searchOf,
  type Address,
} from '../store/url';

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
  store.getState().placeMovies({
    genre,
    items: address.support ? items : null,
    selected: selected ?? null,
    cause,
  });
}

/** Changes within this time become one step of the address, which is written between two answers. */
const SETTLE_MS = 200;

export interface AddressBar {
  /** The address that the page was opened with or went back to. */
  current(): Address;
  /** Takes `search` for the address that the page was opened with; before `follow`. */
  adopt(search: string): void;
  /** Goes to the address `search` as a link would, without another page load; after `follow`. */
  go(search: string): void;
  /** Writes the address of what is on the page at this moment, for a link that is copied now; after `follow`. */
  write(): void;
  /** Starts writing the address; `onTravel` hears of back and forward. */
  follow(catalogue: Catalogue, onTravel: (address: Address) => void): void;
}

/** Reads the address now; writes it once `follow` is called. */
export function openAddressBar(store: AppStore): AddressBar {
  const read = () => {
    const { address, problems } = parseAddress(searchOf(location));
    for (const { name, text } of problems) {
      store.getState().notify('warning', 'address', `${name}=${text}`);
    }
    return address;
  };
  // What came in a fragment stays in one: nothing of it is sent at the next loading either.
  let isClass = isClassLink(location.hash);
  const placed = (search: string) =>
    location.pathname + (isClass ? asClassLink(search) : search + location.hash);
  let last = read();
  store.getState().followAddress(last);
  let travel: () => void = () => undefined;
  let writeNow: () => void = () => undefined;

  const follow = (catalogue: Catalogue, onTravel: (address: Address) => void) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const write = () => {
      timer = undefined;
      const { incoming, waiting } = store.getState();
      if (incoming.length > 0) return;
      // The browser takes milliseconds for it, which the answer may need.
      if (waiting) return later();
      writeNow();
    };
    writeNow = () => {
      const state = store.getState();
      // A stranger's ratings are never written: nobody should come back to them.
      if (showsStranger(state)) return;
      const next = addressOf(state, { catalogue, last });
      const { pathname, search, hash } = location;
      const url = placed(printAddress(next, new URLSearchParams(search)));
      if (url === pathname + search + hash) return;
      if (isStep(last, next)) history.pushState(null, '', url);
      else history.replaceState(null, '', url);
      last = next;
    };
    const later = () => {
      timer ??= setTimeout(write, SETTLE_MS);
    };
    store.subscribe(later);
    travel = () => {
      if (isClassLink(location.hash)) isClass = true;
      // A link within the page took the fragment's place: once it was followed, the fragment comes back.
      else if (isClass && location.hash !== '') return later();
      else isClass = false;
      clearTimeout(timer);
      timer = undefined;
      last = read();
      onTravel(last);
    };
    addEventListener('popstate', travel);
  };
  return {
    current: () => last,
    follow,
    adopt(search) {
      history.replaceState(null, '', placed(search));
      last = read();
      store.getState().followAddress(last);
    },
    write: () => writeNow(),
    go(search) {
      if (search !== searchOf(location)) history.pushState(null, '', placed(search));
      travel();
    },
  };
}
