/** The phone's sheet. */
export const sheet = {
  toList: (titles: string[]) => `First in the list: ${titles.join('; ')}. Go to the list`,
};
