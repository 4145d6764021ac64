/** Temperature difference of a module brought to 1,000 W/m², K. Practice, not a limit of IEC TS 62446-3. */
export const moduleDeltaT = ({ t_hot, t_ref, irradiance }: { t_hot: number; t_ref: number; irradiance: number }): number =>
  ((t_hot - t_ref) * 1000) / irradiance;

/**
 * Temperature difference of a connection brought to its rated current, K.
 * `x` is an assumption to show beside the result: 1.6 to 2, for heat that grows with the current and leaves by air.
 */
export const connectionDeltaT = ({ delta_t, i_rated, i_measured, x }: { delta_t: number; i_rated: number; i_measured: number; x: number }): number =>
  delta_t * (i_rated / i_measured) ** x;
