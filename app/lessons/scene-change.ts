/** Small questions about two scenes that several lessons ask. */
import type { Scene } from './lesson';

/** Movies now in the liked tray that were not there before. */
export const newlyLiked = (now: Scene, then: Scene): number[] =>
  now.liked.filter((item) => !then.liked.includes(item));

/** Same movies, other order. */
export const onlyReordered = (now: Scene, then: Scene): boolean =>
  now.liked.length === then.liked.length &&
  now.liked.length > 1 &&
  newlyLiked(now, then).length === 0 &&
  now.liked.some((item, place) => item !== then.liked[place]);

/** Any edit of the support set. */
export const supportEdited = (now: Scene, then: Scene): boolean =>
  now.liked.join() !== then.liked.join() || now.disliked.join() !== then.disliked.join();
