/** What a procedure says that a form cannot. */
export type LossCode =
  | 'attachment'
  | 'certifications'
  | 'computed'
  | 'environment'
  | 'expected'
  | 'finding'
  | 'hold_point'
  | 'instrument'
  | 'limits_by'
  | 'must_show'
  | 'open_procedure'
  | 'outcome'
  | 'photos_many'
  | 'purpose'
  | 'safety'
  | 'scan'
  | 'severity'
  | 'signature_role'
  | 'stop_work'
  | 'suspend'
  | 'tools'
  | 'watch'
  | 'condition';

/** One thing that is left behind, at its step; null is the procedure as a whole. */
export interface Loss {
  readonly step: string | null;
  readonly code: LossCode;
}
