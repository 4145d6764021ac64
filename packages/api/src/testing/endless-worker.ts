/** For tests: an image process that computes and comes to no end. */
for (;;) Math.random();
