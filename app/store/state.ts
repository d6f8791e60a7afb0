import type { ActivitySlice } from './activity';
import type { AdaptationSlice } from './adaptation';
import type { CatalogueSlice } from './catalogue';
import type { MapSlice } from './map';
import type { ModelSlice } from './model';
import type { NoticeSlice } from './notices';
import type { PreferenceSlice } from './preferences';
import type { SelectionSlice } from './selection';
import type { SightSlice } from './sight';
import type { SupportSlice } from './support';
import type { TrainingSlice } from './training';

/** Everything the page knows: one slice a subject, one file a slice. */
export type AppState = ActivitySlice &
  CatalogueSlice &
  ModelSlice &
  SupportSlice &
  AdaptationSlice &
  MapSlice &
  TrainingSlice &
  SelectionSlice &
  SightSlice &
  NoticeSlice &
  PreferenceSlice;
