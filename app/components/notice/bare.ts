/**
 * What an error says, without its full stop, in the middle of a sentence of the page's own: many errors end
 * in one, and the sentence would have two.
 */
export const bare = (detail: string): string => detail.trimEnd().replace(/[.。]+$/, '');
