import { RedriveRecord } from '../store/RedriveStore';

/** Who is told what happens to redrives. None of it ever fails a redrive. */
export interface RedriveEvents {
  started(record: RedriveRecord): Promise<void>;
  /** It moved on, or has another status. */
  changed(record: RedriveRecord): Promise<void>;
  /** It is over, in whatever way. */
  finished(record: RedriveRecord): Promise<void>;
}
