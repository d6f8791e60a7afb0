/** What each worker runs on, and which backends it is not to try again. */
import type { BackendName, BackendReport, Role } from '../protocol/vocabulary';

export class Backends {
  private readonly reports: Partial<Record<Role, BackendReport>> = {};
  /** What the newest parameters were trained by; null: not at all, or not known. */
  trainedBy: string | null = null;
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

  /** What training goes on by: the trainer's arithmetic, or before it starts the adapter's. */
  arithmetic(): string | null {
    const { trainer, adapter } = this.reports;
    return (trainer ?? adapter)?.arithmetic ?? null;
  }

  /** Backends whose device the worker lost. */
  avoided(role: Role): BackendName[] {
    return this.lost[role];
  }

  /** The worker lost the device of its present backend. */
  lose(role: Role): void {
    const current = this.reports[role]?.chosen;
    if (current) this.lost[role].push(current);
  }
}
