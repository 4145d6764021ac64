import * as z from 'zod/mini';
import { visibleText } from '../../assistant/conversation/plain.ts';
import { breachOf } from '../../assistant/safety/index.ts';
import type { DefectClass } from '../../procedure/catalogue.ts';
import { severitySchema } from '../../procedure/codes.ts';
import { type Box, confidenceSchema, isVisibleDefect, LONGEST_DEFECT_TEXT, LONGEST_SUMMARY, MOST_DEFECTS, proposedSeverity } from '../defect.ts';
import { conditionSchema, type Proposal } from '../proposal.ts';

const share = z.number().check(z.minimum(0), z.maximum(1));

/** What a model is asked to answer: the shape alone, for providers know few rules of lengths. `proposalOf` sees to the rest. */
export function answerSchemaFor(classes: readonly DefectClass[]) {
  return z.strictObject({
    equipment: z.string(),
    condition: conditionSchema,
    confidence: confidenceSchema,
    defects: z.array(
      z.strictObject({
        class: z.enum(classes.filter(isVisibleDefect).map(({ code }) => code)),
        severity: severitySchema,
        confidence: confidenceSchema,
        box: z.nullable(z.strictObject({ x: share, y: share, width: share, height: share })),
        text: z.string(),
      }),
    ),
    interpretation: z.string(),
    recommendedAction: z.string(),
  });
}
export type PhotoAnswer = z.infer<ReturnType<typeof answerSchemaFor>>;

/** An answer as a proposal; null where it says what nobody may be told, and then nothing of it is shown. */
export function proposalOf(answer: PhotoAnswer, classes: readonly DefectClass[]): Proposal | null {
  const { equipment, condition, confidence, interpretation, recommendedAction } = answer;
  const said = [equipment, interpretation, recommendedAction, ...answer.defects.map(({ text }) => text)];
  if (said.some((text) => breachOf(visibleText(text)) !== null)) return null;
  const byCode = new Map(classes.map((one) => [one.code, one]));
  const defects = answer.defects.flatMap((defect) => {
    const known = byCode.get(defect.class);
    if (known === undefined) return [];
    const text = brief(defect.text, LONGEST_DEFECT_TEXT);
    return [{ ...defect, text, box: insideOf(defect.box), severity: proposedSeverity(defect.severity, known) }];
  });
  return {
    ...{ condition, confidence, equipment: brief(equipment, LONGEST_DEFECT_TEXT), defects: defects.slice(0, MOST_DEFECTS) },
    ...{ interpretation: brief(interpretation, LONGEST_SUMMARY), recommendedAction: brief(recommendedAction, LONGEST_SUMMARY) },
  };
}

/** As its reader sees it, in one paragraph. */
function brief(text: string, longest: number): string {
  const plain = visibleText(text).replace(/\s+/g, ' ').trim();
  return plain.length <= longest ? plain : `${plain.slice(0, longest - 1).toWellFormed()}…`;
}

/** The part of a box that lies inside the picture; null where nothing does. */
function insideOf(box: Box | null): Box | null {
  if (box === null) return null;
  const width = Math.min(box.width, 1 - box.x);
  const height = Math.min(box.height, 1 - box.y);
  return width > 0 && height > 0 ? { ...box, width, height } : null;
}
