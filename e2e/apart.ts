import type { Page } from '@playwright/test';
import { DOUBLE_PRESS_MS } from '../app/components/common/single-press';

/** Waits until a press is one of its own, and not the second of a double one. */
export const apart = (page: Page): Promise<void> => page.waitForTimeout(DOUBLE_PRESS_MS);
