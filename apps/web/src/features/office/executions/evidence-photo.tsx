import { photoPath } from '../../../platform/file-paths.ts';
import styles from '../../execution/photos/marked-photo.module.css';
import { MarkLines } from '../../execution/photos/marked-photo.tsx';
import type { OpenedPhoto } from './types.ts';

/** The server's picture with the technician's marks drawn over it. */
export function EvidencePhoto({ photo: { sha, width, height, marks, caption, file } }: { photo: OpenedPhoto }) {
  if (file.state !== 'stored') return null;
  return (
    <div className={styles.photo} style={{ aspectRatio: `${width} / ${height}` }}>
      <img className={styles.picture} src={photoPath(sha)} alt={caption ?? ''} />
      <MarkLines marks={marks} width={width} height={height} />
    </div>
  );
}
