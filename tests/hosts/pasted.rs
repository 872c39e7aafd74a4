//! The address of a view, pasted into a post of `WordPress`.

use crate::atlas::Atlas;
use crate::wordpress::WordPress;
use std::process::Command;

#[test]
fn tmp() {
    let atlas = Atlas::shared();
    let blog = WordPress::shared();
    let url = atlas.url("replaces/cpp/");
    let post = blog.publish("A post", &format!("<!-- wp:embed {{\"url\":\"{url}\"}} -->\n<figure class=\"wp-block-embed\"><div class=\"wp-block-embed__wrapper\">\n{url}\n</div></figure>\n<!-- /wp:embed -->"));
    println!("{post}");
    println!(
        "{:?}",
        Command::new("curl")
            .args(["-sL", &post])
            .output()
            .map(|o| String::from_utf8_lossy(&o.stdout).into_owned())
    );
}
