//! A blog of plain files, made by a generator from Markdown and by the file that the atlas offers for it.

use crate::atlas::Atlas;
use rustscape_test_kit::prerequisite::Prerequisite;
use rustscape_test_kit::process::temp_dir_in;
use rustscape_test_kit::server::{Server, Site};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A static site generator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Generator {
    /// With the theme that it brings.
    Jekyll,
    /// With a layout of the blog's own.
    Hugo,
}

/// A generated blog with its server, which is another site to the browser than the atlas is.
pub(crate) struct Blog {
    generator: Generator,
    folder: PathBuf,
    /// The server of the blog.
    pub(crate) server: Server,
}

/// Settings of the generators, and the layout of one of them.
const BLOGS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/hosts/blogs");

impl Generator {
    /// Returns the name of the generator.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Jekyll => "jekyll",
            Self::Hugo => "hugo",
        }
    }

    /// A view in a post, with its parameters: `view="replaces/cpp/" max=4`.
    pub(crate) fn embed(self, parameters: &str) -> String {
        match self {
            Self::Jekyll => format!("{{% include rustscape.html {parameters} %}}"),
            Self::Hugo => format!("{{{{< rustscape {parameters} >}}}}"),
        }
    }

    /// Makes a page of its blogs dark, or light again, each in a way of those that blogs have.
    pub(crate) fn set_dark(self, is_dark: bool) -> String {
        let theme = if is_dark { "dark" } else { "light" };
        match self {
            Self::Jekyll => format!("document.documentElement.dataset.theme = '{theme}'"),
            Self::Hugo => format!("document.body.classList.toggle('dark', {is_dark})"),
        }
    }

    /// The program.
    pub(crate) fn place(self) -> Prerequisite {
        match self {
            Self::Jekyll => Prerequisite::Jekyll,
            Self::Hugo => Prerequisite::Hugo,
        }
    }

    /// Returns the path of the atlas's template in a blog.
    fn includes(self) -> &'static str {
        match self {
            Self::Jekyll => "_includes",
            Self::Hugo => "layouts/shortcodes",
        }
    }

    /// Returns the path of the file that a blog adds to the head of its pages, or to its posts if the theme has no place for it.
    fn head(self) -> &'static str {
        match self {
            Self::Jekyll => "_includes/custom-head.html",
            Self::Hugo => "layouts/partials/custom-head.html",
        }
    }

    fn posts(self) -> &'static str {
        match self {
            Self::Jekyll => "_posts",
            Self::Hugo => "content/posts",
        }
    }
}

impl Blog {
    /// A blog with posts, each with its name and its Markdown. It shows views of a site that is the atlas, wherever it
    /// is.
    #[track_caller]
    pub(crate) fn generate(
        generator: Generator,
        atlas: &Atlas,
        site: &str,
        posts: &[(&str, String)],
    ) -> Blog {
        let folder = temp_dir_in(Path::new(env!("CARGO_TARGET_TMPDIR")));
        let source = folder.join("source");
        copy(&Path::new(BLOGS).join(generator.name()), &source);
        let offered = format!("data/blog/{}/rustscape.html.txt", generator.name());
        let offered = atlas.file(&offered).replace(&atlas.site(), site);
        write(&source.join(generator.includes()).join("rustscape.html"), &offered);
        write(&source.join(generator.head()), include_str!("blogs/head.html"));
        let head = match generator {
            Generator::Jekyll => "{% include custom-head.html %}",
            Generator::Hugo => "",
        };
        for (name, markdown) in posts {
            let front = "title: A post\nlayout: post\ndate: 2026-11-01";
            let post = format!("---\n{front}\n---\n{head}\n\n{markdown}");
            let file = format!("2026-11-01-{name}.md");
            write(&source.join(generator.posts()).join(file), &post);
        }
        let blog = folder.join("blog");
        generate(generator, &source, &blog);
        let server = Server::start(Site::files(&blog).at_base("/"));
        server.page("/favicon.ico", "");
        Blog { generator, folder, server }
    }

    /// The path of a post.
    pub(crate) fn path(&self, name: &str) -> String {
        match self.generator {
            Generator::Jekyll => format!("/2026/11/01/{name}.html"),
            Generator::Hugo => format!("/posts/2026-11-01-{name}/"),
        }
    }

    /// Returns the HTML that the generator made of a post.
    #[track_caller]
    pub(crate) fn html(&self, name: &str) -> String {
        let path = self.folder.join("blog").join(&self.path(name)[1..]);
        let file = if path.is_dir() { path.join("index.html") } else { path };
        fs::read_to_string(&file)
            .unwrap_or_else(|error| panic!("{} cannot be read: {error}", file.display()))
    }
}

impl Drop for Blog {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

#[track_caller]
fn generate(generator: Generator, source: &Path, blog: &Path) {
    let mut command = Command::new(generator.place().path());
    if generator == Generator::Jekyll {
        command.args(["build", "--disable-disk-cache"]);
    }
    command.arg("--source").arg(source).arg("--destination").arg(blog).current_dir(source);
    let output = command.output().expect("the generator starts");
    let said = [output.stdout, output.stderr].concat();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&said));
}

#[track_caller]
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            fs::copy(&from, &to).expect("a file is copied");
        }
    }
}

#[track_caller]
fn write(file: &Path, text: &str) {
    fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
    fs::write(file, text).expect("a file is written");
}
