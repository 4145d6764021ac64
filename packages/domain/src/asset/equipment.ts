/** Types that stand for several: a step that expects "an inverter" takes any of these. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  inverter: ['central_inverter', 'string_inverter', 'microinverter'],
};

/** Whether equipment of `type` answers to `wanted`, which may be a family. */
export const isOfType = (type: string, wanted: string): boolean => type === wanted || (FAMILIES[wanted]?.includes(type) ?? false);
