/** What each worker runs on, and which backends it is not to try again. */
import type { BackendName, BackendReport, Role } from '../protocol';

export class Backends {
  private readonly reports: Partial<Record<Role, BackendReport>> = {};
  private readonly lost: Record<Role, BackendName[]> = { adapter: [], trainer: [] };

  /** @param onReport hears every report that is set */
  constructor(private readonly onReport: (role: Role, report: BackendReport) => void) {}

  /** What the worker said when it started; it must have. */
  of(role: Role): BackendReport {
    return this.reports[role]!;
  }

  set(role: Role, report: BackendReport): void {
    this.reports[role] = report;
    this.onReport(role, report);
  }

  /** Backends whose device the worker lost. */
  avoided(role: Role): BackendName[] {
    return this.lost[role];
  }

  /** The worker lost the device of its present backend. */
  lose(role: Role): void {
    const present = this.reports[role]?.chosen;
    if (present) this.lost[role].push(present);
  }
}
