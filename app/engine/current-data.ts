import { parseAddress } from '../store/url';

/** The data set that this page load is about. */
export const currentData = (): string => parseAddress(location.search).address.data;
