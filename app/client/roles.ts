/** What the page can ask the workers of its two roles: their own calls, and those of the script they share. */
import type { AdapterCalls } from '../protocol/adapter';
import type { FaultCalls, StartCalls } from '../protocol/calls';
import type { TrainerCalls } from '../protocol/trainer';
import type { Link } from './link';

type Shared = StartCalls & FaultCalls;

export type AdapterRole = AdapterCalls & Shared;
export type TrainerRole = TrainerCalls & Shared;
export type AdapterLink = Link<AdapterRole>;
export type TrainerLink = Link<TrainerRole>;
