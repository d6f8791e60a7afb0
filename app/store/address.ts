/** Following a link: what an address says becomes the state of the page. */
import type { StateCreator } from 'zustand';
import type { AppState } from './state';
import { stateOf, type Address } from './url';

export interface AddressSlice {
  /** Puts in place what needs no catalogue; `placeMovies` does the rest. */
  followAddress(address: Address): void;
}

export const createAddressSlice: StateCreator<AppState, [], [], AddressSlice> = (set) => ({
  followAddress: (address) => set((state) => stateOf(state, address)),
});
