import type { HTMLAttributes, MouseEvent } from 'react';

export interface PressableProps extends HTMLAttributes<HTMLElement> {
  /** A place to go: the thing is then a link. */
  href?: string | undefined;
  onClick?: ((event: MouseEvent<HTMLElement>) => void) | undefined;
  type?: 'button' | 'submit' | undefined;
  disabled?: boolean | undefined;
  download?: string | undefined;
  /** The id of a form elsewhere on the page that the button sends. */
  form?: string | undefined;
}

/** A button, or a link where there is somewhere to go and nothing forbids it; nothing else can be pressed. */
export function Pressable({ href, type = 'button', disabled, download, form, ...rest }: PressableProps) {
  if (href !== undefined && !disabled) return <a {...rest} href={href} download={download} />;
  return <button {...rest} type={type} disabled={disabled} form={form} />;
}
