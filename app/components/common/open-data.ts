import { currentData } from '../../engine/current-data';
import { parseAddress, printAddress, searchOf, withData } from '../../store/url';

/** Opens a data set: another page load, with what of the present address holds for it as well. */
export function openData(data: string): void {
  if (data === currentData()) return;
  const search = searchOf(location);
  const next = withData(parseAddress(search).address, data);
  location.assign(printAddress(next, new URLSearchParams(search)) || location.pathname);
}
