/** What a label of the support set says of a film: 1 or 0 in the scenario setting, a visitor's stars in the other. */
import type { PageSetting } from '../protocol/vocabulary';

/** Stars from which a rated film counts as liked. */
const LIKED_STARS = 4;

/** The label of a film that is loved. */
export const LOVED: Record<PageSetting, number> = { scenario: 1, user: 5 };

export const isLiked = (setting: PageSetting, label: number): boolean =>
  setting === 'scenario' ? label === 1 : label >= LIKED_STARS;
