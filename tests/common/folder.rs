//! A folder of its own for one test, gone when the test is, with a store `claims` in it.

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A folder for one test.
pub struct Folder(pub PathBuf);

impl Folder {
    /// A folder with a store `claims` of these files.
    pub fn with(files: &[(&str, &str)]) -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("gainsay-store-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = fs::canonicalize(std::env::temp_dir()).unwrap().join(name);
        fs::create_dir_all(path.join("claims")).unwrap();
        for (name, content) in files {
            fs::write(path.join("claims").join(name), content).unwrap();
        }
        Self(path)
    }

    /// The store.
    pub fn claims(&self) -> PathBuf {
        self.0.join("claims")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
