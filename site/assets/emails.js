// A letter's frame is as tall as the letter. A folder opened from file:// lets nobody measure: there the estimate stays.
const frames = $$("iframe");
const fit = () => frames.forEach((frame) => {
  const height = frame.contentDocument?.body?.offsetHeight;
  // Frames of the colours that are not shown have no height, and those that are shown give it to them
  if (height) $$("." + frame.className).forEach((same) => {
    same.height = height + 2;
    // For paper, where the letter is drawn smaller
    same.parentNode.style.setProperty("--tall", height + 2);
  });
});
frames.forEach((frame) => { frame.onload = fit; });
addEventListener("resize", fit);
fit();
