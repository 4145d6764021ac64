import dynamic from 'next/dynamic';
import { Splash } from '../features/shell/splash.tsx';

const Gallery = dynamic(() => import('@heliograph/ui/gallery').then((gallery) => gallery.Gallery), { ssr: false, loading: Splash });

/** Every primitive of the design system in every state, for those who draw screens. */
export default function Preview() {
  return <Gallery />;
}
