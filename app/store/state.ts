import type { ActivitySlice } from './activity';
import type { AddressSlice } from './address';
import type { AdaptationSlice } from './adaptation';
import type { CatalogueSlice } from './catalogue';
import type { FaultSlice } from './faults';
import type { MapSlice } from './map';
import type { ModelSlice } from './model';
import type { NewbornSlice } from './newborn';
import type { NoticeSlice } from './notices';
import type { OpeningSlice } from './opening';
import type { PreferenceSlice } from './preferences';
import type { SelectionSlice } from './selection';
import type { VisibilitySlice } from './visibility';
import type { SupportSlice } from './support';
import type { TrainingSlice } from './training';

/** Everything the page knows: one slice a subject, one file a slice. */
export type AppState = ActivitySlice &
  AddressSlice &
  CatalogueSlice &
  ModelSlice &
  SupportSlice &
  AdaptationSlice &
  MapSlice &
  TrainingSlice &
  NewbornSlice &
  SelectionSlice &
  VisibilitySlice &
  FaultSlice &
  NoticeSlice &
  OpeningSlice &
  PreferenceSlice;
