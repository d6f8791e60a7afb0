import { parseAddress, searchOf } from '../store/url';

/** The data set that this page load is about. */
export const currentData = (): string => parseAddress(searchOf(location)).address.data;
