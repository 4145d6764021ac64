import styles from './avatar.module.css';

const initialsOf = (name: string) => {
  const words = name.trim().split(/[\s-]+/);
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0]?.toLocaleUpperCase() ?? '').join('');
};

/** A person by their initials. */
export function Avatar({ name }: { name: string }) {
  return (
    <span className={styles.avatar} role="img" aria-label={name}>
      {initialsOf(name)}
    </span>
  );
}
