import sharp from 'sharp';
const [,,out,...names]=process.argv;
// first (fr light), 4th? crop: meta
const imgs=[];let w=0;
for(const spec of names){const [n,i]=spec.split(':');const img=sharp(`../../docs/screens/${n}.webp`);const m=await img.metadata();const each=m.width/6;const buf=await sharp(`../../docs/screens/${n}.webp`).extract({left:Math.round(each*Number(i)),top:0,width:Math.floor(each),height:m.height}).resize({height:1000}).png().toBuffer({resolveWithObject:true});imgs.push({input:buf.data,left:w,top:0});w+=buf.info.width+8;}
await sharp({create:{width:w,height:1000,channels:3,background:'#888'}}).composite(imgs).png().toFile(out);
