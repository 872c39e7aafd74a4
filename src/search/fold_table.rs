//! The letters below the accents of Latin letters, by code point. `*` stands for a character that
//! is no accented letter or folds to two letters.

/// Latin-1 letters and Latin Extended-A, U+00C0 to U+017F.
pub(super) const LATIN: &[u8] = b"\
    aaaaaa*ceeeeiiiidnooooo*ouuuuy**aaaaaa*ceeeeiiiidnooooo*ouuuuy*y\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkk*lllllll\
    lllnnnnnnn**oooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// The accented letters of Latin Extended-B, U+01CD to U+0233.
pub(super) const LATIN_B: &[u8] = b"\
    aaiioouuuuuuuuuu*aaaa****ggkkoooo**j***gg**nnaa**ooaaaaeeeeiiiio\
    ooorrrruuuusstt**hh******aaeeooooooooyy";

/// Latin Extended Additional, U+1E00 to U+1EFF.
pub(super) const LATIN_ADDITIONAL: &[u8] = b"\
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
    mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
    wwwwwwwwwwxxxxyyzzzzzzhtwyasss**aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
    eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy****yy";
