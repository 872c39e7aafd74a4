//! Brotli compression with a cache: every test serves the same bundle.

use brotli::enc::BrotliEncoderParams;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::{Arc, LazyLock, Mutex, OnceLock};

type Slot = Arc<OnceLock<Arc<[u8]>>>;

static SLOTS: LazyLock<Mutex<HashMap<(u64, i32), Slot>>> = LazyLock::new(Mutex::default);

/// Compresses at a quality from 0 to 11. A second caller with the same bytes waits for the first one.
pub(super) fn compressed(bytes: &[u8], quality: i32) -> Arc<[u8]> {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    let slot = {
        let mut slots = SLOTS.lock().expect("nothing panics while it holds the slots");
        Arc::clone(slots.entry((hasher.finish(), quality)).or_default())
    };
    Arc::clone(slot.get_or_init(|| compress(bytes, quality)))
}

fn compress(bytes: &[u8], quality: i32) -> Arc<[u8]> {
    let params = BrotliEncoderParams { quality, size_hint: bytes.len(), ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &params)
        .expect("memory does not fail to be written");
    packed.into()
}
