/**
 * EASE (Steck, Embarrassingly Shallow Autoencoders for Sparse Data, WWW 2019): the linear item-item model `B` that
 * rebuilds the interactions `X` `[users, items]` best under a ridge penalty and without a thing explaining
 * itself: `P = (X^T X + lambda I)^-1`, `B_ij = -P_ij / P_jj`, `B_jj = 0`. A candidate scores the sum of its column over
 * the liked support items.
 */
import { invert } from '../../data/factorise/solve';
import { sparseRows } from '../../data/factorise/sparse';
import type { SparseRows } from '../../data/factorise/sparse';
import type { Recommender, System } from '../systems';
import { likedItems } from './item-pop';
import { knownInteractions } from './known-interactions';
import { sameForAll } from './popularity';

/** `lambda`, chosen on rehearsals (`docs/baselines.md`). */
const RIDGE: Record<'ranking' | 'anonymous', number> = { ranking: 100, anonymous: 1000 };

export interface Ease {
  /** Scores of all items under liked ones, which may repeat, `[items]`. */
  scores(liked: readonly number[]): Float64Array;
}

/**
 * There are fewer users than items here, so `P` is had from the users' side (Woodbury):
 * `P = (I - X^T K X) / lambda` with `K = (X X^T + lambda I)^-1`.
 *
 * @param byUser items of each user, each at most once
 * @param byItem the same, the other way round
 * @param ridge `lambda`, above 0
 */
export function fitEase(byUser: SparseRows, byItem: SparseRows, ridge: number): Ease {
  const users = byUser.rows;
  const inverse = invert(gramOfUsers(byUser, byItem, ridge), users);
  const usersOf = (item: number) =>
    byItem.column.subarray(byItem.start[item], byItem.start[item + 1]);
  /** `lambda P_jj = 1 - x_j^T K x_j` */
  const diagonal = Float64Array.from({ length: byItem.rows }, (_, item) => {
    let sum = 1;
    for (const u of usersOf(item)) for (const v of usersOf(item)) sum -= inverse[u * users + v];
    return sum;
  });
  return {
    scores(liked) {
      const count = new Float64Array(byItem.rows);
      const weight = new Float64Array(users);
      for (const item of liked) {
        count[item]++;
        for (const u of usersOf(item)) {
          for (let v = 0; v < users; v++) weight[v] += inverse[u * users + v];
        }
      }
      return diagonal.map((own, item) => {
        let sum = count[item] * (1 - own);
        for (const u of usersOf(item)) sum -= weight[u];
        return -sum / own;
      });
    },
  };
}

/** `X X^T + lambda I` `[users, users]`: how many items two users share. */
function gramOfUsers(byUser: SparseRows, byItem: SparseRows, ridge: number): Float64Array {
  const users = byUser.rows;
  const gram = new Float64Array(users * users);
  for (let user = 0; user < users; user++) {
    const row = gram.subarray(user * users, (user + 1) * users);
    for (let k = byUser.start[user]; k < byUser.start[user + 1]; k++) {
      const item = byUser.column[k];
      for (let j = byItem.start[item]; j < byItem.start[item + 1]; j++) row[byItem.column[j]]++;
    }
    row[user] += ridge;
  }
  return gram;
}

export const ease: System = {
  id: 'ease',
  name: 'EASE',
  settings: ['ranking', 'anonymous'],
  trained: false,
  async train({ dataset, setting }): Promise<Recommender> {
    const { user, item } = knownInteractions(dataset, setting);
    const byUser = sparseRows(dataset.users, user, item);
    const byItem = sparseRows(dataset.movies.count, item, user);
    const fitted = fitEase(
      byUser,
      byItem,
      RIDGE[setting === 'anonymous' ? 'anonymous' : 'ranking'],
    );
    return {
      async score(support, users, items) {
        const scores = fitted.scores(likedItems(support));
        return sameForAll(users, items, (i) => scores[i]);
      },
    };
  },
};
