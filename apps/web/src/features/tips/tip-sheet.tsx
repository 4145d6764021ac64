'use client';

import { operationIdSchema, uuidv7 } from '@heliograph/domain';
import type { HeldTip } from '@heliograph/offline';
import { Button, Cluster, IconButton, Notice, Sheet, Stack, Text, Thumbnails } from '@heliograph/ui';
import { useField } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { useRecording } from '../execution/use-recording.ts';
import { useCatalogueNames } from '../procedure/catalogue-names.ts';
import { tipMessages } from './messages.ts';
import { TipPhoto } from './tip-photo.tsx';
import { TipState } from './tip-state.tsx';
import { useAuthorName } from './use-tips.ts';

/** One piece of know-how, over whatever is being done. */
export function TipSheet({ tip, onClose }: { tip: HeldTip | null; onClose(): void }) {
  const t = useMessages(tipMessages);
  const language = useLanguage();
  return (
    <Sheet title={tip?.title[language] ?? t.title} isOpen={tip !== null} onClose={onClose} closeLabel={t.close}>
      {tip !== null && <Opened tip={tip} />}
    </Sheet>
  );
}

function Opened({ tip }: { tip: HeldTip }) {
  const t = useMessages(tipMessages);
  const language = useLanguage();
  const names = useCatalogueNames();
  const { user } = useField().identity;
  const author = useAuthorName()(tip);
  const isMine = tip.author === user.id;
  const said = [author === null ? null : t.by(author), tip.language === undefined || tip.language === language ? null : t[`onlyIn_${tip.language}`]];
  return (
    <Stack gap={4}>
      {tip.reason !== undefined && tip.state === 'rejected' && (
        <Notice tone="watch" title={t.state_rejected}>
          {tip.reason}
        </Notice>
      )}
      <Stack gap={2}>
        {tip.content[language].split('\n').map((paragraph, n) => (
          // A text is replaced whole, so a paragraph's place names it.
          <Text key={n}>{paragraph}</Text>
        ))}
      </Stack>
      {(tip.photos ?? []).length > 0 && (
        <Thumbnails>
          {(tip.photos ?? []).map((photo, n) => (
            <TipPhoto key={photo.sha} photo={photo} number={n + 1} />
          ))}
        </Thumbnails>
      )}
      <Text kind="small" isSoft>
        {[...said, ...tip.tags.map(names.keyword)].filter((part) => part !== null).join(' · ')}
      </Text>
      <TipState tip={tip} />
      {isMine && tip.state !== 'archived' ? (
        <Button kind="action" icon="pencil" href={`/app/tips/write/${encodeURIComponent(tip.id)}`}>
          {t.edit}
        </Button>
      ) : (
        <Useful tip={tip} />
      )}
    </Stack>
  );
}

/** Said once a person, taken back as easily. */
function Useful({ tip }: { tip: HeldTip }) {
  const t = useMessages(tipMessages);
  const { record, problem } = useRecording();
  const isRated = tip.rated ?? false;
  const rate = () => void record([{ draft: { k: 'tip.rate', x: subjectOf(tip), p: { tip: tip.id, useful: !isRated } } }]);
  return (
    <Stack gap={2}>
      <Cluster gap={3}>
        <IconButton icon="check" label={t.useful} layout="row" aria-pressed={isRated} onClick={rate} />
        <Text kind="small">{t.usefulCount(tip.useful ?? 0)}</Text>
      </Cluster>
      {problem !== null && (
        <Notice tone="stop" isLive>
          {problem}
        </Notice>
      )}
    </Stack>
  );
}

/** A starter tip is named by a word: an opinion on it is a subject of its own. */
const subjectOf = ({ id }: HeldTip): string =>
  operationIdSchema.safeParse(id).success ? id : uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
