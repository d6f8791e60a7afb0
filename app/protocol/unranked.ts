/** Stands in `Adaptation.order` for places that no scored candidate has yet. */
export const UNRANKED = 0xffffffff;
