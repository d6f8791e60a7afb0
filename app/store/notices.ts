/** Lines for the visitor: said by code, worded in `app/strings`. */
import type { StateCreator } from 'zustand';
import type { AppState } from './state';

export type NoticeLevel = 'info' | 'warning' | 'error';

export interface PageNotice {
  id: number;
  level: NoticeLevel;
  /** Key of `strings.notices`; an unknown one is shown with its detail. */
  code: string;
  /** What the sentence is about: a parameter's value, a file's name. */
  detail: string;
}

const MAX_NOTICES = 4;

export interface NoticeSlice {
  notices: readonly PageNotice[];
  lastNotice: number;
  /** Adds a line; the same line said twice is shown once, as the newest. */
  notify(level: NoticeLevel, code: string, detail?: string): void;
  dismiss(id: number): void;
}

export const createNoticeSlice: StateCreator<AppState, [], [], NoticeSlice> = (set) => ({
  notices: [],
  lastNotice: 0,
  notify: (level, code, detail = '') =>
    set(({ notices, lastNotice }) => {
      const others = notices.filter((n) => n.code !== code || n.detail !== detail);
      const notice = { id: lastNotice + 1, level, code, detail };
      return { lastNotice: notice.id, notices: [...others, notice].slice(-MAX_NOTICES) };
    }),
  dismiss: (id) => set(({ notices }) => ({ notices: notices.filter((n) => n.id !== id) })),
});
